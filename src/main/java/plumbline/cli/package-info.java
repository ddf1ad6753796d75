/** The commands. They parse, call, print, and choose the exit code. */
package plumbline.cli;
