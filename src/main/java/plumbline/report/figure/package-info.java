/** The figures of a run as every part of its page shows them, and the table of them. */
package plumbline.report.figure;
