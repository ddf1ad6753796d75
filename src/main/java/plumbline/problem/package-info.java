/** What can go wrong, by the exit code that it leads to. Every other package may use it. */
package plumbline.problem;
