package org.cleanplate.fiji.studio.options;

import java.util.List;
import org.cleanplate.fiji.window.Form;

/** Options that stand together below a title. */
interface OptionSection {

  List<OptionControl> controls();

  /** Brings what is seen below what the form holds. */
  void addTo(Form form);
}
