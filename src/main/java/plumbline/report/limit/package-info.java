/** What limits a result: the controls beside it, and what disturbed it. */
package plumbline.report.limit;
