"""The router: page config, navigation, the current article. Nothing else."""

import streamlit as st

from components import current, map_assets, session
from components.corrections_list import corrections_list
from components.navigation import navigation
from components.share import share
from components.sidebar import sidebar
from components.style import apply_style

st.set_page_config(page_title="Dateline", page_icon="static/icon.svg", layout="wide")
map_assets.ensure()
session.open_from_address()
page = navigation()
apply_style()
sidebar()
analysis = current.read_article()
if analysis is not None:
    corrections_list(analysis)
    share(analysis)
    page.run()
    session.write_address(analysis)
