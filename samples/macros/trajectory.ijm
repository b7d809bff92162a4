// Follows an animal through a video: where it is in each frame, how large it looks, and how far it
// went, as a table. The background is the median of the whole video, or a picture.
//
// Argument: VIDEO;BACKGROUND;FOLDER
//   VIDEO       a video file, or a folder of pictures
//   BACKGROUND  a picture of the scene without the animal, or the word median
//   FOLDER      where NAME-trajectory.csv goes, and the whole table NAME-table.csv
//
//   samples/run-macro.sh samples/macros/trajectory.ijm "arena.mp4;median;results"

arguments = split(getArgument(), ";");
if (arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected VIDEO;BACKGROUND;FOLDER");
video = existing(arguments[0]);
background = arguments[1];
if (background != "median")
	background = existing(background);
folder = absolute(arguments[2]);

setBatchMode(true);
run("Matte Video...", "video=[" + video + "] background=[" + background + "] output=[" + folder + "]"
	+ " table min_area=20");

name = File.getNameWithoutExtension(video);
rows = split(File.openAsString(folder + "/" + name + "-table.csv"), "\n");
columns = split(rows[0], ",");
frame = column(columns, "Frame");
time = column(columns, "Time_s");
x = column(columns, "X_pixel");
y = column(columns, "Y_pixel");
area = column(columns, "Area_pixel^2");
trajectory = "frame,seconds,x,y,area\n";
path = 0;
gaps = 0;
for (i = 1; i < rows.length; i++) {
	cells = split(rows[i], ",");
	trajectory = trajectory + cells[frame] + "," + cells[time] + "," + cells[x] + "," + cells[y]
		+ "," + cells[area] + "\n";
	if (isNaN(parseFloat(cells[x]))) {
		gaps++;
	} else if (i > 1) {
		before = split(rows[i - 1], ",");
		step = sqrt(pow(parseFloat(cells[x]) - parseFloat(before[x]), 2)
			+ pow(parseFloat(cells[y]) - parseFloat(before[y]), 2));
		if (!isNaN(step))
			path += step;
	}
}
File.saveString(trajectory, folder + "/" + name + "-trajectory.csv");
print(folder + "/" + name + "-trajectory.csv: " + (rows.length - 1) + " frames, " + gaps
	+ " without the animal, " + d2s(path, 0) + " pixels gone");

function column(columns, name) {
	for (i = 0; i < columns.length; i++)
		if (columns[i] == name)
			return i;
	exit("The table has no column " + name);
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
