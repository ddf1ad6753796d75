/**
 * Is the difference between two runs real? Figures are compared round by round with rank tests, and
 * a gate is made of the outcome. Everything is made from stored files.
 */
package plumbline.compare;
