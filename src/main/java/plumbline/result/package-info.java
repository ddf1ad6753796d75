/** The data model of a run and its files. The only code that knows the columns of results.csv. */
package plumbline.result;
