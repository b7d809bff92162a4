// Mattes an image stack and saves alpha, foreground and composite as TIFF stacks.
//
// Argument: STACK;BACKGROUND;FOLDER
//   STACK       an image file that ImageJ opens
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   FOLDER      where the results go
//
//   samples/run-macro.sh samples/macros/matte-stack.ijm "cells.tif;median;results"

arguments = split(getArgument(), ";");
if (arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected STACK;BACKGROUND;FOLDER");
stack = existing(arguments[0]);
background = arguments[1];
if (background != "median")
	background = existing(background);
folder = absolute(arguments[2]);
File.makeDirectory(folder);

setBatchMode(true);
open(stack);
title = getTitle();
run("Matte Stack...", "source=[" + title + "] background=[" + background + "]"
	+ " alpha foreground composite");
name = File.getNameWithoutExtension(title);
layers = newArray("alpha", "foreground", "composite");
for (i = 0; i < layers.length; i++) {
	selectImage(name + "-" + layers[i]);
	file = folder + "/" + name + "-" + layers[i] + ".tif";
	saveAs("Tiff", file);
	print(file);
}

function existing(path) {
	path = absolute(path);
	if (!File.exists(path))
		exit("There is no file " + path);
	return path;
}

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
