/** Text, Markdown and HTML made from stored data alone. */
package plumbline.report;
