/**
 * Where Kafka and Redis come from: containers, processes, or the user's own. {@link
 * plumbline.system.Systems} lists the systems; a new one is one class and one line there.
 */
package plumbline.system;
