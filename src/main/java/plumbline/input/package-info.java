/** What users write: strict YAML and quantities with units. */
package plumbline.input;
