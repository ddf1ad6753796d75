/** When a server has been warmed enough. */
package plumbline.system.warm;
