/** Memcached: as a process, in a container, or the user's own. */
package plumbline.system.memcached;
