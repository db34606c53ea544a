"""The map: page model, Folium page, the scripts that run in the browser, and the file that stands alone."""
