package org.cleanplate.install;

/** What is unpacked by itself. */
enum Part {
  PLUGIN("fiji", "plugin"),
  TRAINING("training", "training"),
  GPU("gpu", "gpu");

  private final String zip;
  private final String list;

  Part(String zip, String list) {
    this.zip = zip;
    this.list = list;
  }

  /** As the name of the zip has it. */
  String zipName() {
    return zip;
  }

  /** The file that names the part's jars, beside them; the launcher reads it. */
  String listName() {
    return list + ".list";
  }
}
