/**
 * Who sends when. One operation in flight (closed), at a rate (paced), or as fast as possible
 * (saturated).
 */
package plumbline.load;
