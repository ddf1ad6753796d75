/** Response times over load, in a run that searched for saturation. */
package plumbline.report.curve;
