/** The page of a run. */
package plumbline.report.run;
