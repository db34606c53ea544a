"""What QGIS, without a window, finds in a vector file: run by its own Python, prints JSON."""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProject,
    QgsRenderContext,
    QgsTemporalUtils,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDateTime, Qt


def opened(uri: str) -> QgsVectorLayer:
    # As QGIS does when a person adds a layer: first the layer, then the style that its file holds.
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(uri, uri, "ogr", options)
    layer.loadDefaultStyle()
    return layer


def told(layer: QgsVectorLayer) -> dict[str, object]:
    times = layer.temporalProperties()
    return {
        "valid": layer.isValid(),
        "features": layer.featureCount(),
        "times": [times.isActive(), int(times.mode()), int(times.limitMode())],
        "drawn": drawn(layer),
        "types": {field.name(): field.typeName() for field in layer.fields()},
    }


def drawn(layer: QgsVectorLayer) -> dict[str, list[str]]:
    context = QgsRenderContext()
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    renderer = layer.renderer()
    renderer.startRender(context, layer.fields())
    found = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context)
        found[feature["id"]] = [
            symbol.color().name() if symbol else "",
            feature["start"].toString("yyyy-MM-ddTHH:mm:ss"),
        ]
    renderer.stopRender(context)
    return found


def shown(layer: QgsVectorLayer, day: str) -> list[str]:
    """What the temporal controller shows of a layer at the step of a day."""
    begin = QDateTime.fromString(day, "yyyy-MM-dd")
    begin.setTimeSpec(Qt.UTC)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    step = QgsDateTimeRange(begin, begin.addDays(1), includeBeginning=True, includeEnd=False)
    chosen = layer.temporalProperties().createFilterString(context, step)
    return sorted(one["id"] for one in layer.getFeatures(QgsFeatureRequest().setFilterExpression(chosen)))


def main() -> None:
    application = QgsApplication([], GUIenabled=False)
    application.initQgis()
    day, *uris = sys.argv[1:]
    layers = [opened(uri) for uri in uris]
    QgsProject.instance().addMapLayers(layers)
    found = [told(layer) for layer in layers]
    for layer in layers:
        # A file that holds no style leaves it to the person to switch its times on.
        layer.temporalProperties().setIsActive(True)
    whole = QgsTemporalUtils.calculateTemporalRangeForProject(QgsProject.instance())
    range_ = [moment.toString("yyyy-MM-ddTHH:mm:ss") for moment in (whole.begin(), whole.end())]
    on_day = [shown(layer, day) for layer in layers]
    print(json.dumps({"layers": found, "range": range_, "on_day": on_day}))  # noqa: T201 - read by the test
    application.exitQgis()


main()
