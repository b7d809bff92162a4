/**
 * SciJava commands, for scripts and for programs that hold a SciJava context: {@code
 * commandService.run(MatteStack.class, true, "source", "walk.tif", "background", "median")}. They
 * do what the ImageJ commands of the same name do, and stand in a submenu below those.
 */
package org.cleanplate.fiji;
