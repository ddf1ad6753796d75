/** What the machine is like, and what it can measure. */
package plumbline.run.machine;
