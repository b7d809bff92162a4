// Mattes the sample stack and the sample video; run by samples/run-demo.sh.
//
// Argument: DATA;RESULTS, two absolute folders. DATA is what SampleGenerator wrote.

arguments = split(getArgument(), ";");
if (arguments.length != 2)
	exit("Argument is \"" + getArgument() + "\", expected DATA;RESULTS");
data = arguments[0];
results = arguments[1];
File.makeDirectory(results);

setBatchMode(true);
open(data + "/stack.tif");
name = File.getNameWithoutExtension(getTitle());
run("Matte Stack...", "source=[" + getTitle() + "] background=[" + data + "/plate.png]"
	+ " alpha foreground composite");
layers = newArray("alpha", "foreground", "composite");
for (i = 0; i < layers.length; i++) {
	selectImage(name + "-" + layers[i]);
	saveAs("Tiff", results + "/stack-" + layers[i] + ".tif");
}
close("*");

run("Matte Video...", "video=[" + data + "/video.mp4] background=[" + data + "/video-plate.png]"
	+ " output=[" + results + "] preset=mp4 alpha foreground composite");
