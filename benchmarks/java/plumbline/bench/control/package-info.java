/** Controls: what this machine and the instrument cost, beside every result. */
package plumbline.bench.control;
