/**
 * The functions that a macro calls as {@code Ext.Cleanplate_...} after {@code run("Cleanplate Macro
 * Extensions")}: one model is opened once and mattes many images. Each function is a row of a table
 * with its parameters and its help, of which the reference page is made.
 */
package org.cleanplate.imagej.extension;
