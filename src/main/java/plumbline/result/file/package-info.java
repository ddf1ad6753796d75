/** The files of a run: the only code that knows their columns and fields. */
package plumbline.result.file;
