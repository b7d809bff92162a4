package org.cleanplate.fiji.studio.options;

import java.util.Map;
import java.util.Set;
import javax.swing.JComponent;
import org.cleanplate.fiji.studio.model.StudioOptions;

/** What a user changes some options with. Used by the event thread. */
interface OptionControl {

  /** The macro keys that it stands for. */
  Set<String> keys();

  /** What is chosen, by key, of a flag an empty text; a key at its default is left out. */
  Map<String, String> values();

  /** Shows what the options hold, and tells nobody. */
  void show(StudioOptions options);

  /** What is seen. */
  JComponent component();
}
