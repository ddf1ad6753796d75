/** Child processes that end when the host wants, and not before. */
package plumbline.system.process;
