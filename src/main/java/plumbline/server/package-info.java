/** Where Kafka and Redis come from: containers, processes, or the user's own. */
package plumbline.server;
