/** The page of a history. */
package plumbline.report.history;
