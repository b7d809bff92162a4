// Fine-tunes the bundled model on one's own footage, and measures what that has won: of the frames
// with corrected mattes the first, third, fifth ... are trained on, the second, fourth, sixth ... are
// held out to measure on, before and after.
//
// Argument: FOOTAGE;BACKGROUND;CORRECTED;FRAMES;FOLDER or ...;FOLDER;SETTINGS
//   FOOTAGE     a video, or an image file with a stack
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   CORRECTED   a TIFF stack of corrected alphas, white on the subject, a slice for each of FRAMES
//   FRAMES      which frames they are of, from 1: 500,525,1000,1025
//   FOLDER      where all goes: the model is FOLDER/run/best.safetensors, for Models... (import=)
//   SETTINGS    further keys of Train Model...: steps=300 threads=1
//
//   samples/run-macro.sh samples/macros/finetune-footage.ijm "arena.mp4;median;mattes.tif;500,525;out"

arguments = split(getArgument(), ";");
if (arguments.length != 5 && arguments.length != 6)
	exit("Argument is \"" + getArgument()
		+ "\", expected FOOTAGE;BACKGROUND;CORRECTED;FRAMES;FOLDER and perhaps ;SETTINGS");
frames = split(arguments[3], ",");
folder = absolute(arguments[4]);
settings = "";
if (arguments.length == 6)
	settings = " " + arguments[5];
File.makeDirectory(folder);

setBatchMode(true);
footage = openFootage(absolute(arguments[0]));
plate = openPlate(arguments[1], footage);
open(absolute(arguments[2]));
rename("corrected");
if (nSlices != frames.length)
	exit("There are " + nSlices + " corrected mattes, but " + frames.length + " frames are listed");

measured = folder + "/measured";
folders = newArray(measured, measured + "/src", measured + "/bgr", measured + "/pha");
for (i = 0; i < folders.length; i++)
	File.makeDirectory(folders[i]);
trained = "";
for (i = 0; i < frames.length; i += 2) {
	if (i > 0)
		trained = trained + ",";
	trained = trained + frames[i];
	if (i + 1 < frames.length) {
		name = "/frame-" + frames[i + 1];
		saveSlice(footage, parseInt(frames[i + 1]), measured + "/src" + name);
		saveSlice(plate, 1, measured + "/bgr" + name);
		saveSlice("corrected", i + 2, measured + "/pha" + name);
	}
}
selectImage("corrected");
run("Make Substack...", "slices=1-" + frames.length + "-2");
rename("trained");

background = plate;
if (arguments[1] == "median")
	background = "median";
measure("before", "cleanplate-slim");
run("Train Model...", "stage=finetune footage=[" + footage + "] background=[" + background
	+ "] corrected=trained frames=" + trained + " run_folder=[" + folder + "/run]" + settings);
measure("after", folder + "/run/best.safetensors");

// The network alone, and with hair and edges from the background, as is the default.
function measure(when, model) {
	details = newArray("network", "plate");
	for (i = 0; i < details.length; i++) {
		print(when + ", detail=" + details[i]);
		run("Evaluate Matting...", "data=[" + measured + "] output=[" + folder + "/" + when + "-"
			+ details[i] + "] model=[" + model + "] detail=" + details[i]);
	}
}

function saveSlice(image, number, path) {
	selectImage(image);
	setSlice(number);
	run("Duplicate...", "title=slice");
	saveAs("PNG", path);
	close();
}

// Opens a video or a stack; its title.
function openFootage(path) {
	if (!File.exists(path))
		exit("There is no file " + path);
	if (endsWith(path, ".tif") || endsWith(path, ".tiff"))
		open(path);
	else
		run("Open Video as Virtual Stack...", "video=[" + path + "]");
	return getTitle();
}

// Opens or estimates the background, its title.
function openPlate(background, footage) {
	if (background == "median") {
		run("Estimate Background...", "source=[" + footage + "]");
	} else {
		open(absolute(background));
	}
	rename("plate");
	return "plate";
}

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
