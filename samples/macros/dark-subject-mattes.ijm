// Makes mattes of a dark subject before a brighter background, such as a mouse in an arena: how much
// darker than the background each pixel is, of the one object alone that stands out most. To correct
// by hand what is left to correct, and to fine-tune on (finetune-footage.ijm).
//
// Argument: FOOTAGE;BACKGROUND;FRAMES;BLACK;FILE
//   FOOTAGE     a video, or an image file with a stack
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   FRAMES      of which frames, from 1: 500,525,1000,1025
//   BLACK       grey value of the subject, where it hides the background: 14
//   FILE        where the mattes go, a TIFF stack of 8 bits with a slice for each frame
//
//   samples/run-macro.sh samples/macros/dark-subject-mattes.ijm "arena.mp4;median;500,525;14;mattes.tif"

arguments = split(getArgument(), ";");
if (arguments.length != 5)
	exit("Argument is \"" + getArgument() + "\", expected FOOTAGE;BACKGROUND;FRAMES;BLACK;FILE");
frames = split(arguments[2], ",");
black = parseFloat(arguments[3]);
file = absolute(arguments[4]);

setBatchMode(true);
footage = openFootage(absolute(arguments[0]));
plate = openPlate(arguments[1], footage);
for (i = 0; i < frames.length; i++) {
	matte = matteOf(footage, plate, parseInt(frames[i]));
	if (i == 0) {
		rename("mattes");
	} else {
		run("Concatenate...", "title=mattes image1=mattes image2=" + matte);
	}
}
selectImage("mattes");
saveAs("Tiff", file);
print(file + ": " + frames.length + " mattes");

// The matte of one frame, as the current image.
function matteOf(footage, plate, number) {
	selectImage(footage);
	setSlice(number);
	run("Duplicate...", "title=frame");
	run("8-bit");
	run("32-bit");
	// (plate - frame) / (plate - black), from a tenth to nine tenths as 0 to 1
	imageCalculator("Subtract create 32-bit", plate, "frame");
	rename("difference");
	run("Duplicate...", "title=matte");
	selectImage(plate);
	run("Duplicate...", "title=range");
	run("Subtract...", "value=" + black);
	run("Max...", "value=100000");
	run("Min...", "value=1");
	imageCalculator("Divide 32-bit", "matte", "range");
	close("range");
	close("frame");
	selectImage("matte");
	keepOne();
	run("Subtract...", "value=0.1");
	run("Multiply...", "value=1.25");
	run("Min...", "value=0");
	run("Max...", "value=1");
	run("Multiply...", "value=255");
	setMinAndMax(0, 255);
	run("8-bit");
	title = "matte-" + number;
	rename(title);
	return title;
}

// Clears all of the image "matte" but the object with the largest sum of "difference".
function keepOne() {
	run("Duplicate...", "title=objects");
	run("Gaussian Blur...", "sigma=1");
	setThreshold(0.22, 1e30);
	run("Convert to Mask");
	most = 0;
	width = getWidth();
	for (y = 0; y < getHeight(); y += 2) {
		for (x = 0; x < width; x += 2) {
			if (getPixel(x, y) == 255) {
				doWand(x, y);
				getSelectionCoordinates(outlineX, outlineY);
				setColor(128);
				fill();
				selectImage("difference");
				makeSelection("traced", outlineX, outlineY);
				getStatistics(area, mean);
				if (area * mean > most) {
					most = area * mean;
					mostX = outlineX;
					mostY = outlineY;
				}
				selectImage("objects");
			}
		}
	}
	close("difference");
	if (most == 0)
		exit("There is no object darker than the background");
	selectImage("matte");
	makeSelection("traced", mostX, mostY);
	run("Enlarge...", "enlarge=2");
	run("Make Inverse");
	run("Set...", "value=0");
	run("Select None");
	close("objects");
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

// Opens or estimates the background, as a picture of 32 bits; its title.
function openPlate(background, footage) {
	if (background == "median") {
		run("Estimate Background...", "source=[" + footage + "]");
	} else {
		open(absolute(background));
	}
	run("8-bit");
	run("32-bit");
	rename("plate");
	return "plate";
}

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
