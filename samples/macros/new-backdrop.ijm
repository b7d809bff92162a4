// Puts the subject of a stack before another picture, or before a stack that goes along.
//
// Argument: STACK;BACKGROUND;BACKDROP;FOLDER
//   STACK       an image file that ImageJ opens
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   BACKDROP    what shall be behind the subject, of the stack's size
//   FOLDER      where NAME-composite.tif goes
//
//   samples/run-macro.sh samples/macros/new-backdrop.ijm "walk.tif;plate.png;beach.png;results"

arguments = split(getArgument(), ";");
if (arguments.length != 4)
	exit("Argument is \"" + getArgument() + "\", expected STACK;BACKGROUND;BACKDROP;FOLDER");
stack = existing(arguments[0]);
background = arguments[1];
if (background != "median")
	background = existing(background);
backdrop = existing(arguments[2]);
folder = absolute(arguments[3]);
File.makeDirectory(folder);

setBatchMode(true);
open(stack);
run("Matte Stack...", "background=[" + background + "] backdrop=[" + backdrop + "] composite");
file = folder + "/" + getTitle() + ".tif";
saveAs("Tiff", file);
print(file);

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
