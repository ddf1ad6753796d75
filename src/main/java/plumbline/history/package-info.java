/** One figure per run, benchmark and metric, run after run: the history file and its changes. */
package plumbline.history;
