/** Kafka: as a process, in a container, or the user's own; and how its broker is warmed. */
package plumbline.system.kafka;
