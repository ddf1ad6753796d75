/** Docker: whether an engine is there, and containers on it. */
package plumbline.system.docker;
