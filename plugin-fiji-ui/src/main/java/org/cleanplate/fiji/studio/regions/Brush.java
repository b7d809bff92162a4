package org.cleanplate.fiji.studio.regions;

/** What a stroke makes of the pixels under it. */
public enum Brush {
  /** Subject, whatever the network says. */
  KEEP,
  /** Background, whatever the network says. */
  REMOVE,
  /** What the network says. */
  ERASE
}
