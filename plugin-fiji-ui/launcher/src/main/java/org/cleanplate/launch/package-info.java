/**
 * All of Cleanplate that the host's class path sees: the entries of the menu, and the class loader
 * that everything else is loaded by. So no library of Cleanplate meets another plugin's, whatever
 * their versions are.
 *
 * <p>Compiled for Java 8, to say on an old Java that it is too old. What {@link Engine} gives is
 * known here by types of the JDK, of ImageJ and of SciJava alone: after <em>Refresh Menus</em>
 * ImageJ loads these classes anew, while the engine stays.
 */
package org.cleanplate.launch;
