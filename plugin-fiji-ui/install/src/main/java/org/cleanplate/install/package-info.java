/**
 * Makes what users install: zips to unpack in the folder of ImageJ or Fiji, and the same files as
 * the folder of an update site. Run by the build; itself not installed.
 */
package org.cleanplate.install;
