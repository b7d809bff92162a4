// Measures the subject's area in each frame, in the units of the image, and says by how much it has
// grown.
//
// Argument: STACK;BACKGROUND;FOLDER
//   STACK       an image file that ImageJ opens
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   FOLDER      where NAME-area.csv goes
//
//   samples/run-macro.sh samples/macros/area-over-time.ijm "colony.tif;median;results"

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
name = File.getNameWithoutExtension(stack);
getPixelSize(unit, pixelWidth, pixelHeight);
run("Matte Stack...", "background=[" + background + "] alpha");
table = "frame,area_" + unit + "2,mean_alpha\n";
for (i = 1; i <= nSlices; i++) {
	setSlice(i);
	// Half a pixel covered counts half: the sum of alpha, not a number of pixels.
	getStatistics(imageArea, mean);
	area = mean * imageArea;
	if (i == 1)
		first = area;
	table = table + i + "," + area + "," + mean + "\n";
}
File.saveString(table, folder + "/" + name + "-area.csv");
print(folder + "/" + name + "-area.csv: from " + d2s(first, 1) + " to " + d2s(area, 1) + " " + unit
	+ "^2");

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
