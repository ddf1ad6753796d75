/** What a comparison says, as a page and as data. */
package plumbline.report.compare;
