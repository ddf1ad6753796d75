/** Claims and the verdicts on them. */
package plumbline.claim;
