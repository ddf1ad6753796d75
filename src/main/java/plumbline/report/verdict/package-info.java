/** What came out, claim by claim and promise by promise. */
package plumbline.report.verdict;
