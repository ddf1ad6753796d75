/** What was found out about a machine, and what systems need of it. */
package plumbline.system.check;
