/** What runs, whatever its system: child processes, and servers that are out of reach. */
package plumbline.system.instance;
