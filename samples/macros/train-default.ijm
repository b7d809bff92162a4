// Trains a model like the bundled default one from nothing: random weights and generated samples alone.
// Four rounds: the base network on small pictures, on larger ones, on such as it will see, then the
// refiner on top of it; six hours on two cores. Stopped and started again, it goes on where it was.
// Curves, validation pictures, checkpoints and the model cards lie in FOLDER/base, FOLDER/base-large,
// FOLDER/base-full and FOLDER/refine; the model is FOLDER/refine/best.safetensors, for Models...
// (import=).
//
// Argument: PLANS;FOLDER or PLANS;FOLDER;SETTINGS
//   PLANS     the folder of default-base.properties, default-base-large.properties,
//             default-base-full.properties and default-refine.properties
//   FOLDER    where the four run folders go
//   SETTINGS  keys of Train Model... that stand above all plans: device=cuda:0
//
//   samples/run-macro.sh samples/macros/train-default.ijm "samples/training;runs"

arguments = split(getArgument(), ";");
if (arguments.length != 2 && arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected PLANS;FOLDER or PLANS;FOLDER;SETTINGS");
plans = absolute(arguments[0]);
folder = absolute(arguments[1]);
settings = "";
if (arguments.length == 3)
	settings = " " + arguments[2];

setBatchMode(true);
rounds = newArray("base", "base-large", "base-full", "refine");
start = "";
for (i = 0; i < rounds.length; i++) {
	run("Train Model...", "plan=[" + plans + "/default-" + rounds[i] + ".properties]" + start
		+ " run_folder=[" + folder + "/" + rounds[i] + "]" + settings);
	start = " start=[" + folder + "/" + rounds[i] + "/best.safetensors]";
}
print(folder + "/refine/best.safetensors");

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
