// Mattes real footage as a user would, by the commands' defaults unless a row says otherwise, and puts
// aside what the sheets of the model card show. Run by samples/model-card.sh.
//
// Argument: MEDIA;FOLDER
//   MEDIA   a folder with mouse, flies, colloids, sprite and lemur
//   FOLDER  a folder for each sheet goes there, with rows.txt (a title, then a line for each row) and
//           N-frame.png, N-background.png, N-alpha.png and N-composite.png

var folder;
var work;
var sheet;
var rows;
var text;

arguments = split(getArgument(), ";");
if (arguments.length != 2)
	exit("Argument is \"" + getArgument() + "\", expected MEDIA;FOLDER");
media = absolute(arguments[0]);
folder = absolute(arguments[1]);
work = folder + "/work";
File.makeDirectory(folder);
File.makeDirectory(work);
setBatchMode(true);

mouse = media + "/mouse/mouse_video.mp4";
begin("mouse", "Mouse, 640x480, background=median");
run("Estimate Background...", "video=[" + mouse + "]");
saveBackground();
matteVideo(mouse, "median", 1400);
videoRow("Frame 2801: body whole, tail kept, no rim where the body shades the floor", mouse, 2801, 367, 100, 160, 120);
videoRow("Frame 4201: likewise", mouse, 4201, 331, 222, 160, 120);
videoRow("Frame 5601: a thin, blurred tail", mouse, 5601, 406, 114, 160, 120);
videoRow("Frame 9801: its reflection in the dark wall is none of it", mouse, 9801, 190, 360, 160, 120);
videoRow("Frame 1, at the edge: a cloth that was moved later is found, too", mouse, 1, 0, 0, 160, 120);
finish();

flies = media + "/flies/clip.mp4";
begin("flies", "Two flies, 1024x1024");
run("Estimate Background...", "video=[" + flies + "] method=minimum");
saveBackground();
matteVideo(flies, "minimum", 300);
videoRow("Frame 901, background=minimum (flies are brighter than the ground): found at rest", flies, 901, 226, 361, 240, 180);
videoRow("Frame 1201, background=minimum: found after they walked on", flies, 1201, 554, 373, 240, 180);
run("Estimate Background...", "video=[" + flies + "]");
saveBackground();
matteVideo(flies, "median", 300);
videoRow("Frame 1201, background=median, a failure: where flies rested long, the background shows them", flies, 1201, 226, 361, 240, 180);
finish();

colloids = media + "/colloids";
begin("colloids", "Colloids in water, 640x424");
run("Estimate Background...", "video=[" + colloids + "]");
saveBackground();
matteVideo(colloids, "median", 9);
File.openSequence(colloids + "/");
rename("colour");
stackRow("Picture 10, found by the contrast that the defaults give it (contrast=auto)", "colour", work + "/colloids/colloids-alpha/colloids-alpha_00010.png", 10, 300, 300, 160, 120);
run("Matte Video...", "video=[" + colloids + "] background=median output=[" + work
	+ "/colloids-off] preset=png step=9 alpha composite contrast=off");
stackRow("The same with contrast=off: specks of one tenth of the contrast are not seen", "colour", work + "/colloids-off/colloids-alpha/colloids-alpha_00010.png", 10, 300, 300, 160, 120);
finish();

sprite = media + "/sprite/input.mp4";
begin("sprite", "Drawn figure, 640x640, a picture as background");
open(media + "/sprite/input_bgr.png");
saveBackground();
matteVideo(sprite, media + "/sprite/input_bgr.png", 30);
videoRow("Frame 31: outline kept; what is white in the eyes is lost", sprite, 31, 200, 60, 280, 210);
videoRow("Frame 91, a failure: white sleeves and hem before white", sprite, 91, 180, 290, 280, 210);
finish();

begin("lemur", "Lemur, 680x440, a picture as background");
open(media + "/lemur/lemur_background.png");
saveBackground();
open(media + "/lemur/lemur.png");
rename("lemur");
run("Matte Stack...", "source=lemur background=[" + media + "/lemur/lemur_background.png]"
	+ " alpha composite bits=8 save=[" + work + "/lemur] format=png");
alpha = work + "/lemur/lemur-alpha/lemur-alpha_00001.png";
stackRow("The whole: no holes", "lemur", alpha, 1, 60, 0, 560, 420);
stackRow("Fur, enlarged", "lemur", alpha, 1, 200, 50, 160, 120);
finish();

// A sheet of rows to come.
function begin(name, title) {
	sheet = name;
	rows = 0;
	text = title + "\n";
	File.makeDirectory(folder + "/" + name);
	close("*");
}

// Writes what the rows are.
function finish() {
	File.saveString(text, folder + "/" + sheet + "/rows.txt");
}

// The current image is the background of the rows that follow.
function saveBackground() {
	saveAs("PNG", work + "/" + sheet + "-background.png");
	close();
}

function matteVideo(video, background, step) {
	run("Matte Video...", "video=[" + video + "] background=[" + background + "] output=[" + work + "/"
		+ sheet + "] preset=png step=" + step + " alpha composite");
}

function videoRow(label, video, frame, x, y, width, height) {
	run("Open Video as Virtual Stack...", "video=[" + video + "]");
	rename("video");
	name = File.getNameWithoutExtension(video);
	stackRow(label, "video", work + "/" + sheet + "/" + name + "-alpha/" + name + "-alpha_"
		+ IJ.pad(frame, 5) + ".png", frame, x, y, width, height);
	close("video");
}

// A row of the same part of frame, background, alpha and composite.
function stackRow(label, title, alpha, slice, x, y, width, height) {
	rows++;
	text = text + label + "\n";
	selectImage(title);
	setSlice(slice);
	makeRectangle(x, y, width, height);
	run("Duplicate...", "title=part");
	saveAs("PNG", folder + "/" + sheet + "/" + rows + "-frame.png");
	close();
	part("background", work + "/" + sheet + "-background.png", x, y, width, height);
	part("alpha", alpha, x, y, width, height);
	part("composite", replace(alpha, "-alpha", "-composite"), x, y, width, height);
}

function part(name, file, x, y, width, height) {
	open(file);
	makeRectangle(x, y, width, height);
	run("Crop");
	saveAs("PNG", folder + "/" + sheet + "/" + rows + "-" + name + ".png");
	close();
}

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
