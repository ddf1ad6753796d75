/**
 * A page as data, and the three writers that set it: for a terminal, in Markdown and in HTML. What
 * a page says is decided once, by who builds it; this package knows nothing of what is said.
 */
package plumbline.report.page;
