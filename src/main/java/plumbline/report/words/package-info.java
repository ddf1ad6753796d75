/** The sentences of reports, made from facts; nothing reads them back. */
package plumbline.report.words;
