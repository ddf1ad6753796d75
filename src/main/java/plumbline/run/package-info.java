/** From a plan to a run directory: rounds, forks, environment, validity. */
package plumbline.run;
