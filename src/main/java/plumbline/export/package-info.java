/** The figures of a run in the formats of trackers. */
package plumbline.export;
