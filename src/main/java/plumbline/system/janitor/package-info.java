/** Cleans up when the host is gone, however it went. */
package plumbline.system.janitor;
