/** What a benchmark sees of the servers: addresses and credentials, nothing else. */
package plumbline.system.endpoint;
